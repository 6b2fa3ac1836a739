using ActorTerm.Cli.Doctoring;
using ActorTerm.Cli.Options;
using ActorTerm.Cli.Output;

namespace ActorTerm.Cli.Verbs;

/// <summary><c>actorterm doctor</c>: what is wrong, and what to do about it.</summary>
internal static class DoctorVerb
{
    public static Command Make()
    {
        var json = SharedOptions.JsonOption();
        var verb = new Command("doctor", "Look for what keeps a host from working, and say what to do about it. Exit code 1 when something is wrong.") { json };
        verb.SetAction((arguments, cancel) => Verb.Guard(async () =>
        {
            var findings = await Doctor.Examine(cancel);
            if (arguments.GetValue(json)) Json.WriteAll(findings);
            else foreach (var finding in findings) Console.Out.WriteLine(finding);
            return findings.Any(finding => finding.IsProblem) ? ExitCodes.Failure : ExitCodes.Ok;
        }));
        return verb;
    }
}
