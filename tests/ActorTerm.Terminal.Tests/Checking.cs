using FsCheck;
using FsCheck.Fluent;

namespace ActorTerm.Terminal.Tests;

/// <summary>How much is tried: as much as a test run has time for, and ACTORTERM_EFFORT times that when somebody looks for trouble.</summary>
internal static class Checking
{
    public static int Effort { get; } = int.TryParse(Environment.GetEnvironmentVariable("ACTORTERM_EFFORT"), out var effort) ? effort : 1;

    /// <summary>A failure is shrunk, and printed with the seed to repeat it.</summary>
    public static void QuickCheckThrowOnFailure(this Property property, int times) =>
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(times * Effort));
}
