"""The jobs that failed for good, as far as their cause goes."""

import apsw

from rendermanager.core.grouping import FailedJob
from rendermanager.store.rows import failure_from, moment_from


def failed_jobs(connection: apsw.Connection) -> list[FailedJob]:
    """Every failed job that is in the list, the latest first."""
    return [
        FailedJob(job_id, name, engine, failure_from(failure), moment_from(ended))
        for job_id, name, engine, failure, ended in connection.execute(
            "SELECT id, name, engine, failure, ended FROM job WHERE removed IS NULL "
            "AND status = 'failed' AND failure IS NOT NULL ORDER BY ended DESC, id DESC"
        )
    ]
