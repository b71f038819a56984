"""The organization that is there from the start: its accounts, roles, policies and trail."""
