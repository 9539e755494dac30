"""Version 1 of the HTTP interface; what it promises does not change."""

xx_imports_xx

router = APIRouter(
    prefix="/v1",
    dependencies=[Depends(enforce_rate_limit)],
    responses=documented(UNAUTHENTICATED, RATE_LIMITED, INTERNAL, UNAVAILABLE, OVERLOADED),
)
xx_include_routers_xx
