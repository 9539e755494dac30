"""What was answered to requests that carry an idempotency key."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    DateTime,
    Index,
    String,
    Text,
    and_,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from xx_package_xx.db.base import Base
from xx_package_xx.db.engine import is_lock_timeout


class IdempotencyRow(Base):
    """One key of one client for one route, and the answer it got."""

    __tablename__ = "idempotency_keys"
    __table_args__ = (Index("ix_idempotency_keys_created_at", "created_at"),)

    principal: Mapped[str] = mapped_column(String(200), primary_key=True)
    route: Mapped[str] = mapped_column(String(200), primary_key=True)
    key: Mapped[str] = mapped_column(String(200), primary_key=True)
    fingerprint: Mapped[str] = mapped_column(String(64))
    body: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Whose key it is, and what exactly was asked with it."""

    principal: str
    route: str
    key: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Answered:
    """What an earlier request with the same key asked and got."""

    fingerprint: str
    body: str | None


class InFlightError(Exception):
    """Another request with the same key is being answered right now."""


async def take(
    session: AsyncSession, claim: Claim, *, now: datetime, expired: datetime
) -> Answered | None:
    """Take the key inside the open transaction, or return what an earlier request got.

    A second request with the same key waits here until the first one's transaction ends;
    raises InFlightError when that takes longer than the lock timeout.
    """
    forget = delete(IdempotencyRow).where(_is(claim), IdempotencyRow.created_at <= expired)
    remember = insert(IdempotencyRow).values(
        principal=claim.principal,
        route=claim.route,
        key=claim.key,
        fingerprint=claim.fingerprint,
        created_at=now,
    )
    try:
        await session.execute(forget)
        async with session.begin_nested():
            await session.execute(remember)
    except IntegrityError:
        row = (await session.scalars(select(IdempotencyRow).where(_is(claim)))).one()
        return Answered(row.fingerprint, row.body)
    except DBAPIError as error:
        if is_lock_timeout(error):
            raise InFlightError from error
        raise
    return None


async def finish(session: AsyncSession, claim: Claim, body: str) -> None:
    """Keep the answer; it is committed together with the work that it reports."""
    await session.execute(update(IdempotencyRow).where(_is(claim)).values(body=body))


async def purge(session: AsyncSession, *, expired: datetime) -> int:
    """Remove answers from before this moment; returns how many there were."""
    statement = (
        delete(IdempotencyRow)
        .where(IdempotencyRow.created_at <= expired)
        .returning(IdempotencyRow.key)
    )
    return len((await session.scalars(statement)).all())


def _is(claim: Claim) -> ColumnElement[bool]:
    return and_(
        IdempotencyRow.principal == claim.principal,
        IdempotencyRow.route == claim.route,
        IdempotencyRow.key == claim.key,
    )
