namespace ActorTerm.Client;

/// <summary>What the host says about itself.</summary>
public sealed record HealthReport(IReadOnlyList<HealthCheck> Checks, IReadOnlyDictionary<string, long> Counters)
{
    internal static HealthReport Of(Protocol.Host.DoctorResponse report) => new(
        [.. report.Checks.Select(check => new HealthCheck(
            check.Name,
            check.Outcome switch
            {
                Protocol.Host.DoctorResponse.Types.Check.Types.Outcome.Ok => HealthOutcome.Ok,
                Protocol.Host.DoctorResponse.Types.Check.Types.Outcome.Warning => HealthOutcome.Warning,
                _ => HealthOutcome.Problem,
            },
            check.Detail,
            check.HasRemedy ? check.Remedy : null))],
        report.Counters.ToDictionary(counter => counter.Name, counter => counter.Value));
}

/// <param name="Name">Such as <c>state-directory</c>.</param>
/// <param name="Detail">What was found.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record HealthCheck(string Name, HealthOutcome Outcome, string Detail, string? Remedy);

public enum HealthOutcome
{
    Ok,
    Warning,
    Problem,
}
