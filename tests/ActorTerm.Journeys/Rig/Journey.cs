using ActorTerm.Client;

namespace ActorTerm.Journeys.Rig;

/// <summary>What all journeys of one class share: one host. Each test has a connection of its own, and the sessions it makes.</summary>
public sealed class SharedHost : IAsyncLifetime
{
    public TestHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await TestHost.StartAsync();

    public Task DisposeAsync() => Host.DisposeAsync().AsTask();
}

[CollectionDefinition(Name)]
public sealed class HostCollection : ICollectionFixture<SharedHost>
{
    public const string Name = "one host";
}

[Collection(HostCollection.Name)]
public abstract class Journey(SharedHost shared) : IAsyncLifetime
{
    protected TestHost Host { get; } = shared.Host;

    protected Connection Script { get; private set; } = null!;

    protected App App => Script.App;

    public virtual async Task InitializeAsync() => Script = await Host.ConnectAsync();

    /// <summary>The next journey begins with an empty host.</summary>
    public virtual async Task DisposeAsync()
    {
        await using var last = await Host.ConnectAsync("tidying");
        foreach (var session in await last.App.ListSessionsAsync().Within("list of sessions"))
            await last.App.Session(session.Id).CloseAsync().Within($"close of {session.Name}");
        await Script.DisposeAsync();
    }

    /// <summary>A session that runs a program and is kept after its end.</summary>
    protected async Task<Session> RunAsync(params string[] command) =>
        (await App.CreateSessionAsync(new NewSession { Command = command, Hold = true }).Within($"session of {command[0]}")).Session;

    /// <summary>A session in which nothing happens by itself.</summary>
    protected Task<Session> QuietAsync() => RunAsync("cat");

    /// <summary>An interactive bash without anybody's settings.</summary>
    protected async Task<Session> BashAsync(string prompt = "$ ")
    {
        var session = new NewSession
        {
            Command = ["bash", "--norc", "--noprofile", "-i"],
            Environment = new Dictionary<string, string?> { ["PS1"] = prompt, ["HISTFILE"] = null, ["PROMPT_COMMAND"] = null },
            Hold = true,
        };
        return (await App.CreateSessionAsync(session).Within("session of bash")).Session;
    }

    protected static async Task<WaitResult.Matched> SeesAsync(Session session, string pattern)
    {
        var result = await session.WaitAsync(new WaitOptions { Text = pattern, Timeout = Patience.Limit }).Within($"/{pattern}/ on the screen");
        return result as WaitResult.Matched ?? throw new Xunit.Sdk.XunitException($"/{pattern}/ was not seen but {result}; the screen: {await ScreenAsync(session)}");
    }

    protected static async Task<SessionEnd> EndsAsync(Session session) =>
        Assert.IsType<WaitResult.Exited>(await session.WaitAsync(new WaitOptions { Exit = true, Timeout = Patience.Limit }).Within("end of the program")).End;

    protected static async Task<string> ScreenAsync(Session session) =>
        string.Join('\n', (await session.GetScreenAsync().Within("the screen")).Lines.Select(line => line.Text)).TrimEnd();
}
