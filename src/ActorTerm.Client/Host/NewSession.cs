using ActorTerm.Protocol.Host;

namespace ActorTerm.Client;

/// <summary>A session to be made. Everything may be left out.</summary>
public sealed record NewSession
{
    /// <summary>The program and its arguments, run without a shell. Default: the profile's command, or the login shell.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Laid over the environment that every session gets. Null takes a variable away.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>Default: the profile's, else the home directory.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>1 to 4096; default 80.</summary>
    public int? Columns { get; init; }

    /// <summary>1 to 4096; default 24.</summary>
    public int? Rows { get; init; }

    /// <summary>Default: the host finds one from the profile and the program.</summary>
    public string? Name { get; init; }

    /// <summary>Name of a profile. Default: the default profile.</summary>
    public string? Profile { get; init; }

    /// <summary>Where it goes. Default: a new window.</summary>
    public Placement Placement { get; init; } = new Placement.NewWindow();

    /// <summary>It becomes the active session. Default true.</summary>
    public bool Select { get; init; } = true;

    /// <summary>When its program has ended it stays until it is closed, not only for the host's default time.</summary>
    public bool Hold { get; init; }

    internal NewSessionRequest ToRequest()
    {
        var request = new NewSessionRequest { Argv = { Command } };
        request.Env.AddRange(Variables(Environment));
        if (WorkingDirectory is not null) request.Cwd = WorkingDirectory;
        if (Columns is { } columns) request.Columns = columns;
        if (Rows is { } rows) request.Rows = rows;
        if (Name is not null) request.Name = Name;
        if (Profile is not null) request.Profile = Profile;
        if (!Select) request.Select = false;
        if (Hold) request.Hold = true;
        Placement.Put(request);
        return request;
    }

    internal static IEnumerable<EnvironmentVariable> Variables(IReadOnlyDictionary<string, string?> environment)
    {
        foreach (var (name, value) in environment)
        {
            var variable = new EnvironmentVariable { Name = name };
            if (value is not null) variable.Value = value;
            yield return variable;
        }
    }
}

/// <summary>Where a new session goes.</summary>
public abstract record Placement
{
    internal abstract void Put(NewSessionRequest request);

    /// <summary>A tab of its own in a window of its own.</summary>
    public sealed record NewWindow : Placement
    {
        internal override void Put(NewSessionRequest request) { }
    }

    /// <param name="Index">Position among the window's tabs, from 0. Default: behind the last.</param>
    public sealed record TabOf(string WindowId, int? Index = null) : Placement
    {
        internal override void Put(NewSessionRequest request)
        {
            request.Tab = new NewTab { WindowId = WindowId };
            if (Index is { } index) request.Tab.Index = checked((uint)index);
        }
    }

    /// <param name="Vertical">The divider is vertical: the two stand side by side.</param>
    /// <param name="Before">The new one is on the left, or above.</param>
    public sealed record SplitOf(string SessionId, bool Vertical = false, bool Before = false) : Placement
    {
        internal override void Put(NewSessionRequest request) =>
            request.Split = new NewSplit { Session = SessionId, Vertical = Vertical, Before = Before };
    }
}
