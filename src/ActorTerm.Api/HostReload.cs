using ActorTerm.Runtime.Workspace;

namespace ActorTerm.Api;

/// <summary>What reading the configuration again came to. Made by Host, which alone knows the files.</summary>
public abstract record HostReload
{
    private HostReload()
    {
    }

    /// <summary>Something in it is wrong, and nothing changes.</summary>
    /// <param name="Text">All of it, a line each, with its place.</param>
    public sealed record Refused(string Text) : HostReload;

    /// <param name="Apply">For the workspace; null when only the difference was asked for, or nothing that it has changed.</param>
    public sealed record Read(WorkspaceProtocol.ApplyConfiguration? Apply, IReadOnlyList<HostChange> Changes) : HostReload;
}

/// <summary>One difference between the configuration before and now.</summary>
/// <param name="Path">Of the setting, or of the part of a profile.</param>
/// <param name="Before">As HOCON; null when it was not there.</param>
/// <param name="After">As HOCON; null when it is gone.</param>
/// <param name="TakesEffect">False: at the next start of the host.</param>
public sealed record HostChange(string Path, string? Before, string? After, bool TakesEffect);
