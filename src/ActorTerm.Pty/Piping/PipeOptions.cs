namespace ActorTerm.Pty.Piping;

/// <summary>What to run with pipes as its standard streams.</summary>
public sealed record PipeOptions : ProgramOptions;
