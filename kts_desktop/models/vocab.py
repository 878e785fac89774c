"""Words of the domain that every layer may use: keys of records and the few vocabularies code branches on.

All other value lists are rows of the table ``vocabulary``.
"""

from enum import IntEnum, StrEnum
from typing import Literal, NewType

Language = Literal["de", "en"]

AdviserId = NewType("AdviserId", int)
AttachmentId = NewType("AttachmentId", int)
CaseId = NewType("CaseId", int)
EventId = NewType("EventId", int)
MeasureId = NewType("MeasureId", int)
NoteId = NewType("NoteId", int)
OrganisationId = NewType("OrganisationId", int)
PersonId = NewType("PersonId", int)
ProjectId = NewType("ProjectId", int)
RegisterId = NewType("RegisterId", int)
RegistrationId = NewType("RegistrationId", int)
TaskId = NewType("TaskId", int)


class ChangeKind(IntEnum):
    """What kind of step a change set is."""

    EDIT = 0
    UNDO = 1
    REDO = 2
    RECEIVED = 3
    FILE_IMPORT = 4
    ERASE = 5
    MAINTENANCE = 6


class CaseState(StrEnum):
    """Where an advisory case stands."""

    NEW = "new"
    IN_PROGRESS = "in_progress"
    WAITING = "waiting"
    ON_FOLLOW_UP = "on_follow_up"
    CLOSED = "closed"
    FILED = "filed"


OPEN_CASE_STATES = (CaseState.NEW, CaseState.IN_PROGRESS, CaseState.WAITING, CaseState.ON_FOLLOW_UP)


class TaskKind(StrEnum):
    """Who owes what to whom."""

    FOLLOW_UP = "follow_up"
    OUR_PROMISE = "our_promise"
    THEIR_PROMISE = "their_promise"
    DEADLINE = "deadline"
    MINUTES_TASK = "minutes_task"


class EventMode(StrEnum):
    """How an exchange event takes place."""

    ON_SITE = "on_site"
    ONLINE = "online"
    HYBRID = "hybrid"


class EventState(StrEnum):
    """Where an event stands."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"
    RUNNING = "running"
    HELD = "held"
    CANCELLED = "cancelled"


class RegistrationState(StrEnum):
    """Where a registration stands; moving up is a step waiting → confirmed in its history."""

    INVITED = "invited"
    REQUESTED = "requested"
    TENTATIVE = "tentative"
    CONFIRMED = "confirmed"
    WAITING = "waiting"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    DEPUTY_SENT = "deputy_sent"
    ATTENDED = "attended"
    ABSENT = "absent"
    EXCUSED = "excused"


class ContactKind(StrEnum):
    """Ways to reach somebody."""

    EMAIL = "email"
    PHONE = "phone"
    MOBILE = "mobile"
    FAX = "fax"
    WEB = "web"
    POSTAL = "postal"
    DE_MAIL = "de_mail"
    BEBPO = "bebpo"


class KeyScheme(StrEnum):
    """Official keys of bodies."""

    AGS = "AGS"
    ARS = "ARS"
    NUTS = "NUTS"
    LEI = "LEI"
    OWN = "own"


class CaseOrder(StrEnum):
    """By what a list of cases may be sorted."""

    RECEIVED = "received"
    SUBJECT = "subject"
    BODY = "body"
    NUMBER = "number"
    DUE = "due"
    LAST_NOTE = "last_note"


class EventOrder(StrEnum):
    """By what a list of events may be sorted."""

    START = "start"
    TITLE = "title"
    STATE = "state"


class PersonOrder(StrEnum):
    """By what a list of people may be sorted."""

    NAME = "name"
    BODY = "body"
    CHANGED = "changed"


class OrganisationOrder(StrEnum):
    """By what a list of bodies may be sorted."""

    NAME = "name"
    STATE = "state"
    POPULATION = "population"
