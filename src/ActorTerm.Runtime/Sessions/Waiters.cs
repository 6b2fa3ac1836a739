using System.Text.RegularExpressions;
using ActorTerm.Runtime.Asking;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Sessions;

/// <summary>Requests that wait for something to happen in a session. Knows no clock: the session says what happened and what time is up.</summary>
internal sealed class Waiters(int max)
{
    /// <summary>How long a pattern that needs backtracking may look at one line before the line counts as no match: 100 ms.</summary>
    private static readonly TimeSpan BacktrackingTimeout = TimeSpan.FromMilliseconds(100);

    private Dictionary<long, Waiter>? _waiting;       // null until somebody waits
    private long _last;

    private Dictionary<long, Waiter> Waiting => _waiting ??= [];

    public bool IsFull => _waiting?.Count >= max;

    public bool AnyForText { get; private set; }

    /// <summary>Who waits for quiet, and for how long it must last.</summary>
    public IEnumerable<(long Key, TimeSpan Quiet)> ForIdle =>
        (_waiting ?? []).Where(one => one.Value.Request.Idle is not null).Select(one => (one.Key, one.Value.Request.Idle!.Value));

    /// <param name="from">The first absolute line that counts.</param>
    /// <returns>The waiter's key.</returns>
    /// <exception cref="ArgumentException">The pattern is no regular expression; the message says where.</exception>
    public long Add(WaitFor request, long from, AskingProtocol.Asker asker)
    {
        Waiting.Add(++_last, new Waiter(asker, request, request.Text is { } text ? Compile(text) : null, from));
        Count();
        return _last;
    }

    /// <summary>A line stands on the screen or in the history: answers those that waited for it.</summary>
    public void Line(long number, string text)
    {
        foreach (var (key, waiter) in Waiting.Where(one => number >= one.Value.From && Matches(one.Value.Pattern, text)).ToList())
            Answer(key, waiter, new TextMatched(text, number));
    }

    public void Idle(long key) => AnswerOne(key, new OutputIdle());

    public void TimeIsUp(long key) => AnswerOne(key, new WaitedTooLong());

    public void Ended(ProgramExit exit)
    {
        foreach (var (key, waiter) in (_waiting ?? []).ToList()) Answer(key, waiter, new ProgramEnded(exit));
    }

    private static Regex Compile(string pattern)
    {
        try
        {
            // Linear in the line's length, so it needs no timeout; one would only lose matches on a machine that is busy.
            return new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, BacktrackingTimeout);
        }
    }

    private static bool Matches(Regex? pattern, string text)
    {
        try
        {
            return pattern?.IsMatch(text) ?? false;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private void AnswerOne(long key, WaitOutcome outcome)
    {
        if (Waiting.TryGetValue(key, out var waiter)) Answer(key, waiter, outcome);
    }

    private void Answer(long key, Waiter waiter, WaitOutcome outcome)
    {
        Waiting.Remove(key);
        Count();
        waiter.Asker.Tell(outcome);
    }

    private void Count() => AnyForText = Waiting.Values.Any(waiter => waiter.Pattern is not null);

    private sealed record Waiter(AskingProtocol.Asker Asker, WaitFor Request, Regex? Pattern, long From);
}
