using ActorTerm.Cli;
using ActorTerm.Cli.Verbs;

var root = new RootCommand("Makes, drives and watches the sessions of an ActorTerm host.")
{
    NewVerb.Make(),
    ListVerb.Make(),
    AttachVerb.Make(),
    SendVerb.Make(),
    CaptureVerb.Make(),
    InjectVerb.Make(),
    ResizeVerb.Make(),
    RenameVerb.Make(),
    RestartVerb.Make(),
    KillVerb.Make(),
    WaitVerb.Make(),
    InvokeVerb.Make(),
    FunctionsVerb.Make(),
    AlertsVerb.Make(),
    EnvVerb.Make(),
    VersionVerb.Make(),
};
var parsed = root.Parse(args);
if (parsed.Errors.Count == 0) return await parsed.InvokeAsync();

foreach (var error in parsed.Errors) Console.Error.WriteLine($"actorterm: {error.Message}");
Console.Error.WriteLine("actorterm: see `actorterm --help`, or `actorterm VERB --help`");
return ExitCodes.Usage;
