// In each process of the unit tests, first of all: what they start gets the environment of a person, not the runner's.
delete process.env.NODE_OPTIONS;
