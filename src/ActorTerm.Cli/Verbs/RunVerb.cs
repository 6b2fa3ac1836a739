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
            Description = "[SESSION] -- COMMAND: the command and its arguments behind --. With a session before, it is typed at the prompt of that session's shell.",
            Arity = ArgumentArity.ZeroOrMore,
            CompletionSources = { Completion.Sessions },
        };
        var cwd = new Option<string?>("--cwd", "-c") { Description = "Directory it starts in, without a session. Default: the current one." };
        var env = ProgramOptions.EnvironmentOption();
        var timeout = SharedOptions.DurationOption("--timeout", "End it after so long, with exit code 1. Default: never.");
        var verb = new Command("run", "Run a command in a session of its own, print its output and end with its exit code.") { words, cwd, env, timeout };
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var (session, command) = Split(arguments, words);
            var limit = arguments.GetValue(timeout);
            var result = session is null
                ? await RunApart.Run(
                    connection.App,
                    new NewSession
                    {
                        Command = command,
                        WorkingDirectory = Path.GetFullPath(arguments.GetValue(cwd) ?? "."),
                        Environment = ProgramOptions.ReadVariables(arguments.GetValue(env) ?? []),
                    },
                    limit,
                    cancel)
                : await (await connection.App.FindSessionAsync(session, cancel)).RunAsync(command, limit, cancel: cancel);
            return Report(result);
        });
        return verb;
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
