using ActorTerm.Protocol.Host;

namespace ActorTerm.Client;

public sealed partial class Session
{
    /// <summary>What it does by itself when its program prints something, or when something happens in it.</summary>
    public TriggerSet Triggers => new(Connection, Id, null);

    /// <summary>What a trigger would do on the lines of its screen and history. Nothing is done.</summary>
    /// <param name="json">See <see cref="TriggerSet.AddAsync"/>.</param>
    public async Task<TriggerTest> TestTriggerAsync(string json, CancellationToken cancel = default) =>
        TriggerTest.Of((await Connection.RequestAsync(new HostRequest { TestTrigger = new() { Session = Id, Json = json } }, cancel)).TestTrigger);

    /// <summary>The lines that Capture Output triggers recorded, the oldest first.</summary>
    public async Task<IReadOnlyList<CapturedOutput>> ListCapturedOutputAsync(CancellationToken cancel = default)
    {
        var response = await Connection.RequestAsync(new HostRequest { ListCapturedOutput = new() { Session = Id } }, cancel);
        return [.. response.ListCapturedOutput.Captured.Select(CapturedOutput.Of)];
    }
}
