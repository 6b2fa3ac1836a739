namespace ActorTerm.Runtime.Identities;

/// <summary>Names one host for as long as its process lives: its machine's name, a slash and its process id.</summary>
public readonly record struct HostId(string Name)
{
    public static HostId OfThisProcess() => new($"{Environment.MachineName}/{Environment.ProcessId}");

    public override string ToString() => Name ?? "";
}
