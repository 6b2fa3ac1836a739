using ActorTerm.Protocol.Host;
using WireNewline = ActorTerm.Protocol.Host.CoprocessNewline;
using WireStdinFull = ActorTerm.Protocol.Host.StdinFull;

namespace ActorTerm.Client;

/// <summary>How a coprocess is started: a process that reads what a session's program prints, and whose output is typed into it.</summary>
public sealed record CoprocessOptions
{
    /// <summary>From the byte at which it starts, the program's output has no effect on the session; the coprocess has it all. Default false.</summary>
    public bool Mute { get; init; }

    /// <summary>Other input is refused meanwhile. Default false.</summary>
    public bool LockInput { get; init; }

    /// <summary>What becomes of the line feeds that it prints. Default <see cref="CoprocessNewline.Raw"/>.</summary>
    public CoprocessNewline Newline { get; init; }

    /// <summary>What happens when it does not read. Default <see cref="StdinFull.Block"/>.</summary>
    public StdinFull OnStdinFull { get; init; }

    /// <summary>Queries of a muted session's program are answered all the same. Default false.</summary>
    public bool AnswerQueries { get; init; }

    internal static CoprocessOptions Of(CoprocessInfo info) => new()
    {
        Mute = info.Mute,
        LockInput = info.LockInput,
        Newline = info.Newline == WireNewline.Cr ? CoprocessNewline.Cr : CoprocessNewline.Raw,
        OnStdinFull = info.OnStdinFull switch
        {
            WireStdinFull.Kill => StdinFull.Kill,
            WireStdinFull.Unbounded => StdinFull.Unbounded,
            _ => StdinFull.Block,
        },
        AnswerQueries = info.AnswerQueries,
    };

    /// <param name="source">Who asks, for people: <c>api</c> or <c>cli</c>.</param>
    internal StartCoprocessRequest ToRequest(string session, IReadOnlyList<string> command, string source)
    {
        var request = new StartCoprocessRequest
        {
            Session = session,
            Mute = Mute,
            LockInput = LockInput,
            Newline = Newline == CoprocessNewline.Cr ? WireNewline.Cr : WireNewline.Raw,
            OnStdinFull = OnStdinFull switch
            {
                StdinFull.Kill => WireStdinFull.Kill,
                StdinFull.Unbounded => WireStdinFull.Unbounded,
                _ => WireStdinFull.Block,
            },
            AnswerQueries = AnswerQueries,
            Source = source,
        };
        if (command.Count == 1) request.CommandLine = command[0];
        else request.Argv.AddRange(command);
        return request;
    }
}

public enum CoprocessNewline
{
    /// <summary>Its bytes are typed as they are.</summary>
    Raw,

    /// <summary>LF becomes CR, which is what the Return key sends.</summary>
    Cr,
}

public enum StdinFull
{
    /// <summary>The session's program blocks; a coprocess that blocks it for too long is ended.</summary>
    Block,

    /// <summary>The coprocess is ended.</summary>
    Kill,

    /// <summary>The host keeps whatever it takes.</summary>
    Unbounded,
}

/// <summary>A coprocess that runs.</summary>
/// <param name="Source">Who started it: <c>api</c>, <c>cli</c>, <c>function</c>, <c>trigger</c> or <c>key</c>.</param>
public sealed record Coprocess(string Command, int Pid, CoprocessOptions Options, string Source, DateTimeOffset StartedAt)
{
    internal static Coprocess Of(CoprocessInfo info) => new(
        info.Command, info.Pid, CoprocessOptions.Of(info), info.Source, DateTimeOffset.FromUnixTimeMilliseconds(info.StartedAtMs));
}
