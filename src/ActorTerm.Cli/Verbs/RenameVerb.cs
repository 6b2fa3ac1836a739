using ActorTerm.Cli.Options;

namespace ActorTerm.Cli.Verbs;

/// <summary><c>actorterm rename</c>.</summary>
internal static class RenameVerb
{
    public static Command Make()
    {
        var session = SharedOptions.SessionArgument();
        var name = new Argument<string?>("name") { Description = "Default: back to the automatic name.", Arity = ArgumentArity.ZeroOrOne };
        var verb = new Command("rename", "Name a session.") { session, name };
        verb.OnHost(async (connection, arguments, cancel) =>
            await (await connection.Session(arguments, session, cancel)).RenameAsync(arguments.GetValue(name), cancel));
        return verb;
    }
}
