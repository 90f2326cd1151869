-- A rule asks when a project was applied for: the first event of its stream. Applications are few beside payments.
CREATE INDEX ON history.event (stream) WHERE type = 'project.submitted' AND sequence = 0;
