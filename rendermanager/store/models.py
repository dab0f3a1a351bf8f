"""The tables as peewee models, for queries that are built from what a person asks."""

from peewee import (
    AutoField,
    BlobField,
    BooleanField,
    FloatField,
    IntegerField,
    Model,
    TextField,
)


class JobRow(Model):
    """One job; see `rendermanager.core.job.Job`. Times are seconds since 1970, UTC."""

    id = AutoField()
    name = TextField()
    engine = TextField()
    preset = TextField()
    project = TextField()
    priority = IntegerField()
    position = FloatField()
    status = TextField()
    reason = TextField()
    pause = BooleanField()
    cancel = BooleanField()
    checked = BooleanField()
    spec = BlobField()
    reserves = TextField()
    source = BlobField(null=True)
    progress = FloatField()
    stage = TextField()
    failure = BlobField(null=True)
    warnings = BlobField(null=True)
    artifacts = BlobField(null=True)
    attempts = IntegerField()
    retry_at = FloatField(null=True)
    created = FloatField()
    started = FloatField(null=True)
    ended = FloatField(null=True)
    elapsed_s = FloatField()
    removed = FloatField(null=True)
    tasks = IntegerField()
    shared = TextField()
    made = TextField()
    name_key = TextField()
    size_bytes = IntegerField(null=True)

    class Meta:
        """Names the table."""

        table_name = "job"


class JobTextRow(Model):
    """What one job is found by; see `rendermanager.store.folding`."""

    job_id = IntegerField(primary_key=True)
    words = TextField()

    class Meta:
        """Names the table."""

        table_name = "job_text"


class TaskRow(Model):
    """One task; priority and position repeat the job's, so that one index finds what is next."""

    id = AutoField()
    job_id = IntegerField()
    number = IntegerField()
    state = TextField()
    fence = IntegerField()
    tries = IntegerField()
    priority = IntegerField()
    position = FloatField()
    retry_at = FloatField(null=True)
    adaptation = BlobField(null=True)
    postponed = IntegerField()
    spec = BlobField(null=True)

    class Meta:
        """Names the table."""

        table_name = "task"


class AttemptRow(Model):
    """One run of a task; see `rendermanager.core.job.Attempt`."""

    id = AutoField()
    task_id = IntegerField()
    job_id = IntegerField()
    fence = IntegerField()
    state = TextField()
    supervisor = TextField()
    process = TextField()
    folder = TextField()
    log = TextField()
    artifacts = BlobField(null=True)
    started = FloatField()
    ended = FloatField(null=True)
    exit_code = IntegerField(null=True)
    outcome = TextField()
    failure = BlobField(null=True)
    elapsed_s = FloatField()
    adaptation = BlobField(null=True)
    made_from = TextField()
    had = TextField()
    kept = BlobField(null=True)
    limit_s = FloatField()

    class Meta:
        """Names the table."""

        table_name = "attempt"


class EventRow(Model):
    """One committed change; see `rendermanager.core.events.Event`."""

    id = AutoField()
    at = FloatField()
    kind = TextField()
    job_id = IntegerField()
    task_id = IntegerField()
    old = TextField()
    new = TextField()
    reason = TextField()
    actor = TextField()

    class Meta:
        """Names the table."""

        table_name = "event"


MODELS: list[type[Model]] = [JobRow, JobTextRow, TaskRow, AttemptRow, EventRow]
