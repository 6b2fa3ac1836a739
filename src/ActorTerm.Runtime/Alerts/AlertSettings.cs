namespace ActorTerm.Runtime.Alerts;

/// <summary>Settings under <c>actorterm.alerts</c>.</summary>
public sealed record AlertSettings
{
    /// <summary>
    /// Alerts kept, 1 to 1,000,000; default 1,000: a day of a script that fails every minute and a half. At the bound the oldest is dropped.
    /// </summary>
    public int Keep { get; init; } = 1_000;

    /// <summary>
    /// UTF-16 units kept of one message, and of one traceback, 256 to 1,048,576; default 16,384: tracebacks of deep recursions repeat
    /// themselves. What is longer is cut in the middle, and says so.
    /// </summary>
    public int MaxText { get; init; } = 16_384;
}
