"""The routes of xx_resources_title_xx."""

xx_imports_xx

router = APIRouter(prefix="/xx_resources_kebab_xx", tags=["xx_resources_title_xx"])


def _service(session: SessionDep, runtime: RuntimeDep) -> xx_Resource_xxService:
    """Return the service for one request."""
    return xx_Resource_xxService(session, runtime.clock, runtime.ids)


ServiceDep = Annotated[xx_Resource_xxService, Depends(_service)]


@router.post(
    "",
    status_code=status.HTTP_201_CREATED,
    responses=documented(
        BAD_REQUEST,
        CONFLICT,
        IDEMPOTENCY_IN_FLIGHT,
        PAYLOAD_TOO_LARGE,
        VALIDATION,
        CONSTRAINT_VIOLATION,
        IDEMPOTENCY_MISMATCH,
    ),
)
async def create_xx_resource_xx(
    body: xx_Resource_xxCreate, response: Response, service: ServiceDep, once: OnceDep
) -> xx_Resource_xxRead:
    """Create one xx_resource_title_xx."""

    async def work() -> xx_Resource_xxRead:
        return xx_Resource_xxRead.from_domain(await service.create(body.to_values()))

    created = await once.run(body, xx_Resource_xxRead, work)
    response.headers["Location"] = f"/v1/xx_resources_kebab_xx/{created.id}"
    response.headers["ETag"] = etag(created.version)
    return created


@router.get("", responses=documented(VALIDATION))
async def list_xx_resources_xx(
    query: Annotated[xx_Resource_xxQuery, Query()], service: ServiceDep, runtime: RuntimeDep
) -> xx_Resource_xxPage:
    """List xx_resources_title_xx in order of creation."""
    limit = query.limit or runtime.settings.limits.page_size
    found = await service.list(query.to_filter(), limit=limit, after=query.after)
    return xx_Resource_xxPage.from_slice(found)


@router.get("/{id}", responses=documented(NOT_FOUND, VALIDATION))
async def get_xx_resource_xx(id: UUID, response: Response, service: ServiceDep) -> xx_Resource_xxRead:
    """Return one xx_resource_title_xx."""
    found = await service.get(id)
    response.headers["ETag"] = etag(found.version)
    return xx_Resource_xxRead.from_domain(found)


@router.patch(
    "/{id}",
    responses=documented(
        BAD_REQUEST,
        NOT_FOUND,
        CONFLICT,
        STALE_VERSION,
        PAYLOAD_TOO_LARGE,
        VALIDATION,
        CONSTRAINT_VIOLATION,
        PRECONDITION_REQUIRED,
    ),
)
async def change_xx_resource_xx(
    id: UUID, body: xx_Resource_xxChange, response: Response, service: ServiceDep, version: VersionDep
) -> xx_Resource_xxRead:
    """Change some values of one xx_resource_title_xx."""
    changed = await service.change(id, body, expected_version=version)
    response.headers["ETag"] = etag(changed.version)
    return xx_Resource_xxRead.from_domain(changed)


xx_action_routes_xx
