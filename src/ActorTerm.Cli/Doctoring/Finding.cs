using System.Text.Json.Serialization;
using ActorTerm.Client;

namespace ActorTerm.Cli.Doctoring;

/// <summary>What one check found: a line of <c>actorterm doctor</c>.</summary>
/// <param name="Name">Such as <c>state-directory</c>.</param>
/// <param name="Outcome"><c>ok</c>, <c>warning</c> or <c>problem</c>.</param>
/// <param name="Remedy">What to do about it.</param>
internal sealed record Finding(string Name, string Outcome, string Detail, string? Remedy)
{
    [JsonIgnore]
    public bool IsProblem => Outcome == "problem";

    public static Finding Ok(string name, string detail) => new(name, "ok", detail, null);

    public static Finding Warning(string name, string detail, string remedy) => new(name, "warning", detail, remedy);

    public static Finding Problem(string name, string detail, string remedy) => new(name, "problem", detail, remedy);

    public static Finding Of(HealthCheck check) => new(
        check.Name,
        check.Outcome switch { HealthOutcome.Ok => "ok", HealthOutcome.Warning => "warning", _ => "problem" },
        check.Detail,
        check.Remedy);

    public override string ToString() => $"{Outcome,-8} {Name}: {Detail}{(Remedy is null ? "" : $"; {Remedy}")}";
}
