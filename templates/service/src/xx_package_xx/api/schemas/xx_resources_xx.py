"""The documents about xx_resources_title_xx."""

xx_imports_xx


class xx_Resource_xxCreate(InputDocument):
    """A new xx_resource_title_xx."""

    xx_create_fields_xx

    def to_values(self) -> xx_Resource_xxValues:
        """Return what the domain needs."""
        xx_to_values_xx


@with_config(ConfigDict(extra="forbid"))
class xx_Resource_xxChange(TypedDict, total=False):
    """New values for some of the fields; a field that is absent keeps its value."""

    xx_change_fields_xx


class xx_Resource_xxRead(BaseModel):
    """One xx_resource_title_xx."""

    id: UUID
    xx_read_fields_xx
    version: int
    created_at: datetime
    updated_at: datetime

    @classmethod
    def from_domain(cls, it: xx_Resource_xx) -> Self:
        """Return the document about one xx_resource_title_xx."""
        xx_from_domain_xx


class xx_Resource_xxPage(BaseModel):
    """Some xx_resources_title_xx in order of creation."""

    items: list[xx_Resource_xxRead]
    next_cursor: str | None

    @classmethod
    def from_slice(cls, found: Slice[xx_Resource_xx]) -> Self:
        """Return the document about some xx_resources_title_xx."""
        return cls(
            items=[xx_Resource_xxRead.from_domain(it) for it in found.items],
            next_cursor=cursors.encode(found.after),
        )


class xx_Resource_xxQuery(PageQuery):
    """Which xx_resources_title_xx to list."""

    xx_query_fields_xx

    def to_filter(self) -> xx_Resource_xxFilter:
        """Return what the store needs."""
        xx_to_filter_xx
