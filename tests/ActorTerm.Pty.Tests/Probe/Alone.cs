namespace ActorTerm.Pty.Tests.Probe;

/// <summary>Tests that count or change what the whole process has: nothing else runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
