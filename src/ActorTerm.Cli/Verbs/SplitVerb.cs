using ActorTerm.Cli.Options;
using ActorTerm.Cli.Output;
using ActorTerm.Client;

namespace ActorTerm.Cli.Verbs;

/// <summary><c>actorterm split</c>: a new session beside another.</summary>
internal static class SplitVerb
{
    public static Command Make()
    {
        var session = SharedOptions.SessionArgument();
        var beside = new Option<bool>("--beside", "-h") { Description = "Side by side." };
        var below = new Option<bool>("--below", "-v") { Description = "One above the other; so it is without either." };
        var before = new Option<bool>("--before") { Description = "The new one on the left, or above." };
        var program = new ProgramOptions();
        var json = SharedOptions.JsonOption();
        var verb = new Command("split", "Start a program in a session beside another and print the new session's id.") { session, beside, below, before, json };
        program.AddTo(verb);
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            if (arguments.GetValue(beside) && arguments.GetValue(below)) throw new UsageException("only one of -h and -v");

            var target = await connection.Session(arguments, session, cancel);
            var place = new Placement.SplitOf(target.Id, Vertical: arguments.GetValue(beside), Before: arguments.GetValue(before));
            var made = await connection.App.CreateSessionAsync(program.Read(arguments) with { Placement = place }, cancel);
            if (arguments.GetValue(json)) Json.Write(CreatedJson.Of(made));
            else Console.Out.WriteLine(made.Session.Id);
        });
        return verb;
    }
}
