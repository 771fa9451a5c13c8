// The subject of the control system, not the process's environment: the control room's word wins.
global using Environment = Bookkeeping.Api.Environments.Environment;
global using Host = Bookkeeping.Api.Dpl.Host;
