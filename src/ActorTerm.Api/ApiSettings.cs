namespace ActorTerm.Api;

/// <summary>The edge's settings; <c>actorterm.api</c> in reference.conf, where each has its reason.</summary>
public sealed record ApiSettings
{
    /// <summary>Full path of the Unix socket; at most 107 bytes (unix(7), sun_path).</summary>
    public required string Socket { get; init; }

    /// <summary>TCP port on 127.0.0.1, 1..65535; 0 is off.</summary>
    public int Port { get; init; }

    /// <summary>What a script must show on TCP in <c>x-iterm2-cookie</c>; any text of at least 16 characters.</summary>
    public string Cookie { get; init; } = "";

    /// <summary>TCP port on 127.0.0.1 that serves health only, 1..65535; 0 is off.</summary>
    public int OpsPort { get; init; }

    /// <summary>Bytes waiting for one script. At the bound screen updates are dropped; for anything else the connection is closed.</summary>
    public int MaxOutboundBytes { get; init; } = 32 << 20;

    /// <summary>Bytes of one message from a script. A larger one closes the connection with 1009.</summary>
    public int MaxMessageBytes { get; init; } = 64 << 20;

    /// <summary>Requests of one connection that may be unanswered; then the host stops reading from it until some are.</summary>
    public int MaxRequestsInFlight { get; init; } = 65_536;

    /// <summary>Texts and frames waiting for one viewer. At the bound the viewer is let go.</summary>
    public int MaxViewerTexts { get; init; } = 1024;

    /// <summary>Bytes of one message from a viewer. A larger one closes its connection with 1009.</summary>
    public int MaxViewerMessageBytes { get; init; } = 1 << 20;

    /// <summary>How long a client may take over its HTTP head.</summary>
    public TimeSpan UpgradeTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
