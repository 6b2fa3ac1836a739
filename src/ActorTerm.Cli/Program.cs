using System.CommandLine.Invocation;
using ActorTerm.Cli;
using ActorTerm.Cli.Tmux;

var words = TmuxWords.Spread(args);
var parsed = CommandLine.For(words).Parse(words);
if (parsed.Errors.Count == 0)
{
    using var interruption = new Interruption();
    return await interruption.Await(Task.Run(() => parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null }, interruption.Token)));
}

foreach (var error in parsed.Errors) Console.Error.WriteLine($"actorterm: {error.Message}");
Console.Error.WriteLine("actorterm: see `actorterm --help`, or `actorterm VERB --help`");
return ExitCodes.Usage;
