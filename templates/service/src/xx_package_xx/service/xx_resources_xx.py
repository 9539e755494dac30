"""What can be done with xx_resources_title_xx."""

xx_imports_xx


class xx_Resource_xxService:
    """The operations on xx_resources_title_xx, each in one transaction."""

    def __init__(self, session: AsyncSession, clock: Clock, ids: IdFactory) -> None:
        self._session = session
        self._clock = clock
        self._ids = ids

    async def create(self, values: xx_Resource_xxValues) -> xx_Resource_xx:
        """Store a new xx_resource_title_xx."""
        created = new_xx_resource_xx(values, id=self._ids(), now=self._clock())
        async with transaction(self._session):
            await store.add(self._session, created)
        return created

    async def get(self, id: UUID) -> xx_Resource_xx:
        """Return one xx_resource_title_xx."""
        async with transaction(self._session):
            return await self._stored(id)

    async def list(
        self, wanted: store.xx_Resource_xxFilter, *, limit: int, after: KeysetPosition | None
    ) -> Slice[xx_Resource_xx]:
        """Return the next xx_resources_title_xx in order of creation."""
        async with transaction(self._session):
            return await store.page(self._session, wanted, limit=limit, after=after)

    async def change(
        self, id: UUID, changes: xx_Resource_xxChanges, *, expected_version: int
    ) -> xx_Resource_xx:
        """Store new values, based on the version that the caller has seen."""
        async with transaction(self._session):
            current = await self._stored(id)
            changed = change_xx_resource_xx(
                current, changes, expected_version=expected_version, now=self._clock()
            )
            await self._replace(current, changed)
        return changed

    xx_operations_xx

    async def _stored(self, id: UUID, *, lock: bool = False) -> xx_Resource_xx:
        found = await store.get(self._session, id, lock=lock)
        if found is None:
            raise NotFoundError("xx_resource_title_xx", id)
        return found

    async def _replace(self, current: xx_Resource_xx, changed: xx_Resource_xx) -> None:
        if await store.replace(self._session, changed, expected_version=current.version):
            return
        latest = await self._stored(changed.id)
        raise StaleVersionError(current.version, latest.version)
