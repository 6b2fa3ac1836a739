using System.CommandLine.Parsing;
using ActorTerm.Cli.Options;
using ActorTerm.Client;

namespace ActorTerm.Cli.Verbs;

/// <summary><c>actorterm run</c>: a command as if it ran here, in a session.</summary>
internal static class RunVerb
{
    /// <summary>What shells give for a program that a signal ended: 128 and the signal's number, which the host tells by name only.</summary>
    private static readonly Dictionary<string, int> BySignal = new()
    {
        ["SIGHUP"] = 129, ["SIGINT"] = 130, ["SIGQUIT"] = 131, ["SIGILL"] = 132, ["SIGTRAP"] = 133, ["SIGABRT"] = 134, ["SIGBUS"] = 135,
        ["SIGFPE"] = 136, ["SIGKILL"] = 137, ["SIGUSR1"] = 138, ["SIGSEGV"] = 139, ["SIGUSR2"] = 140, ["SIGPIPE"] = 141, ["SIGALRM"] = 142,
        ["SIGTERM"] = 143,
    };

    public static Command Make()
    {
        var words = new Argument<string[]>("command")
        {
            HelpName = "command",
            Description = "[SESSION] -- COMMAND: the command and its arguments behind --. With a session before, it is typed at the prompt of that session's shell; there, one word is a line for the shell.",
            Arity = ArgumentArity.ZeroOrMore,
            CompletionSources = { Completion.Sessions },
        };
        var cwd = new Option<string?>("--cwd", "-c") { Description = "Directory it starts in, without a session. Default: the current one." };
        var env = ProgramOptions.EnvironmentOption();
        var timeout = SharedOptions.DurationOption("--timeout", "Wait no longer than so, with exit code 1: without a session the command is ended, in one it runs on. Default: for ever.");
        var verb = new Command("run", "Run a command in a session of its own, or in SESSION's shell; print its output and end with its exit code.") { words, cwd, env, timeout };
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var (session, command) = Split(arguments, words);
            var limit = arguments.GetValue(timeout);
            var result = session is null
                ? await connection.App.RunAsync(
                    new RunOptions
                    {
                        Command = command,
                        WorkingDirectory = Path.GetFullPath(arguments.GetValue(cwd) ?? "."),
                        Environment = ProgramOptions.ReadVariables(arguments.GetValue(env) ?? []),
                        Timeout = limit,
                    },
                    cancel)
                : await RunInShell(await connection.App.FindSessionAsync(session, cancel), command, limit, cancel);
            return Report(result);
        });
        return verb;
    }

    private static async Task<RunResult> RunInShell(Session session, IReadOnlyList<string> command, TimeSpan? timeout, CancellationToken cancel)
    {
        try
        {
            return await session.RunAsync(command, timeout, cancel);
        }
        catch (ArgumentException e)
        {
            throw new UsageException(e.Message);
        }
    }

    /// <summary>What stands before <c>--</c> and behind it.</summary>
    /// <exception cref="UsageException">There is no command, or more than one session.</exception>
    internal static (string? Session, IReadOnlyList<string> Command) Split(ParseResult arguments, Argument<string[]> words)
    {
        var all = arguments.GetValue(words) ?? [];
        var behind = arguments.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash).Skip(1).Count();
        var before = all.Length - behind;
        if (behind == 0) throw new UsageException("run what? write the command behind --: actorterm run -- ls -l");
        if (before > 1) throw new UsageException("only one session can stand before --");
        return (before == 1 ? all[0] : null, all[before..]);
    }

    /// <summary>The program's own code; 128 and its number for a signal, as shells do.</summary>
    internal static int ExitCode(SessionEnd end) => end switch
    {
        { ExitCode: { } code } => code,
        { Signal: { } signal } => BySignal.GetValueOrDefault(signal, ExitCodes.Failure),
        _ => ExitCodes.Failure,
    };

    private static int Report(RunResult result)
    {
        Console.Out.Write(result.Output);
        if (result.IsTruncated) Console.Error.WriteLine("actorterm: the beginning is missing: it was more than a session's history holds; see actorterm.terminal.scrollback-lines");
        if (result.End is { } end) return ExitCode(end);

        Console.Error.WriteLine("actorterm: it did not end in time");
        return ExitCodes.Failure;
    }
}
