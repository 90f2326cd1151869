-- The gates are folded once more at every start. Events that may change one are few, and found here whatever was paid.
create index ledger_event_gates on ledger_event (position, type)
    where aggregate_type in ('calendar', 'fund', 'fund-year', 'payee', 'project');
