namespace ActorTerm.Actors.Tests.Supervision;

public class RestartHistoryTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static TheoryData<string, int?, double?, string> Cases => new()
    {
        // what, retries, window in minutes, restarts asked for at these minutes: y where one is allowed
        { "no limit", null, null, "0y 0y 0y 0y" },
        { "a negative number is no limit", -1, null, "0y 0y 0y" },
        { "none", 0, null, "0n 5n" },
        { "none within a window", 0, 1.0, "0n 5n" },
        { "two, ever", 2, null, "0y 100y 200n 300n" },
        { "two within ten", 2, 10.0, "0y 1y 2n" },
        { "the window passes and a new one opens", 2, 10.0, "0y 9y 11y 12y 13n" },
        { "the end of a window belongs to it", 1, 10.0, "0y 10n" },
        { "refused ones do not keep a window open", 1, 10.0, "0y 5n 11y" },
        { "a window without a number allows one", null, 10.0, "0y 5n 11y" },
        { "a window of zero is none", 2, 0.0, "0y 0y 0n" },
        { "an infinite window is none", 2, -1.0 / 60_000, "0y 0y 0n" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Restarts_are_allowed_up_to_the_limit(string what, int? retries, double? windowMinutes, string asked)
    {
        var limit = new RestartLimit(retries, windowMinutes is { } minutes ? minutes * Minute : null);
        var history = new RestartHistory();

        var answers = asked.Split(' ').Select(each => each[..^1] + (history.Allows(limit, int.Parse(each[..^1]) * Minute) ? "y" : "n"));

        Assert.True(asked == string.Join(' ', answers), what);
    }
}
