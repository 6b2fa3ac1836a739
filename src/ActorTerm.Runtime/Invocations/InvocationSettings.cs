using ActorTerm.Language;

namespace ActorTerm.Runtime.Invocations;

/// <summary>Settings under <c>actorterm.invocations</c>.</summary>
public sealed record InvocationSettings
{
    /// <summary>
    /// Invocations in flight on the host, 1 to 1,000,000; default 65,536: six times what the busiest host was measured with. At the bound a new
    /// one fails at once as busy.
    /// </summary>
    public int MaxOpen { get; init; } = 65_536;

    /// <summary>
    /// Calls of registered functions in flight on the host, 1 to 1,000,000; default 65,536. At the bound a call fails at once as busy, and its
    /// invocation with it.
    /// </summary>
    public int MaxCallsInFlight { get; init; } = 65_536;

    /// <summary>Length of an invocation or interpolated string, in UTF-16 units, 16 to 16,777,216; default 65,536. What is longer is an error.</summary>
    public int MaxTextLength { get; init; } = 65_536;

    /// <summary>Nesting of calls, parentheses, arrays and strings within strings, 1 to 256; default 64. What is deeper is an error.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>
    /// Bytes of one string or array that a text builds from others, 1 KiB to 1 GiB; default 16 MiB: a few references to a large variable
    /// cannot fill the memory. What is larger is an error.
    /// </summary>
    public int MaxValueBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>What the language is told of these.</summary>
    public LanguageLimits Language => new(MaxTextLength, MaxDepth, MaxValueBytes);

    /// <summary>
    /// Parsed texts kept, 0 to 1,000,000; default 4,096: key bindings, triggers and titles repeat the same few. At the bound those that were not
    /// used lately are forgotten, and parsed again when they come back; below 2 nothing is kept.
    /// </summary>
    public int ParseCacheTexts { get; init; } = 4_096;

    /// <summary>
    /// Evaluations of one live string under way at once, 1 to 1,000; default 4: a new one need not wait for a slow old one, and a title that
    /// changes without end does not fill the host. At the bound what changes is caught up with when one of them ends.
    /// </summary>
    public int MaxLiveStringEvaluations { get; init; } = 4;

    /// <summary>Time a live string (title, name format, badge) has to be evaluated; default 30 s, as iTerm2.</summary>
    public TimeSpan LiveStringTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
