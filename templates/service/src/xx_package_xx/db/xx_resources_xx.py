"""The table of xx_resources_title_xx and the statements that read and write it."""

xx_imports_xx

xx_unique_xx


class xx_Resource_xxRow(Base):
    """How one xx_resource_title_xx is stored; checks mirror the domain."""

    __tablename__ = "xx_resources_xx"
    xx_table_args_xx

    id: Mapped[UUID] = mapped_column(primary_key=True)
    xx_columns_xx
    version: Mapped[int] = mapped_column(sa.Integer)
    created_at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))
    updated_at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))

    def to_domain(self) -> xx_Resource_xx:
        """Return what the row means."""
        xx_to_domain_xx


@dataclass(frozen=True, slots=True, kw_only=True)
class xx_Resource_xxFilter:
    """Which xx_resources_title_xx to list; a value that is None does not narrow."""

    xx_filter_fields_xx


async def add(session: AsyncSession, it: xx_Resource_xx) -> None:
    """Store a new one; raises ConflictError when a unique value is taken."""
    try:
        await session.execute(sa.insert(xx_Resource_xxRow).values(_columns(it)))
    except IntegrityError as error:
        raise _conflict(error) from error


async def get(session: AsyncSession, id: UUID, *, lock: bool = False) -> xx_Resource_xx | None:
    """Return the stored one; with `lock`, others wait to change it until we commit."""
    statement = sa.select(xx_Resource_xxRow).where(xx_Resource_xxRow.id == id)
    if lock:
        statement = statement.with_for_update()
    row = await session.scalar(statement, execution_options={"populate_existing": True})
    return None if row is None else row.to_domain()


async def page(
    session: AsyncSession,
    wanted: xx_Resource_xxFilter,
    *,
    limit: int,
    after: KeysetPosition | None,
) -> Slice[xx_Resource_xx]:
    """Return the next xx_resources_title_xx in order of creation."""
    order = (xx_Resource_xxRow.created_at, xx_Resource_xxRow.id)
    statement = sa.select(xx_Resource_xxRow).order_by(*order).limit(limit + 1)
    xx_narrow_xx
    if after is not None:
        statement = statement.where(sa.tuple_(*order) > (after.created_at, after.id))
    found = [row.to_domain() for row in await session.scalars(statement)]
    return cut(found, limit, lambda it: KeysetPosition(it.created_at, it.id))


async def replace(session: AsyncSession, changed: xx_Resource_xx, *, expected_version: int) -> bool:
    """Store the next version if the expected one is still the present one; tell whether it was."""
    unchanged = sa.and_(
        xx_Resource_xxRow.id == changed.id, xx_Resource_xxRow.version == expected_version
    )
    statement = (
        sa.update(xx_Resource_xxRow)
        .where(unchanged)
        .values(_columns(changed))
        .returning(xx_Resource_xxRow.version)
    )
    try:
        return await session.scalar(statement) is not None
    except IntegrityError as error:
        raise _conflict(error) from error


xx_remove_xx


def _columns(it: xx_Resource_xx) -> dict[str, object]:
    xx_column_values_xx


def _conflict(error: IntegrityError) -> ConflictError | IntegrityError:
    field = _UNIQUE.get(violated_constraint(error) or "")
    return error if field is None else ConflictError(field)
