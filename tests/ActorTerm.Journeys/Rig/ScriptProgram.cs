using ActorTerm.Client;

namespace ActorTerm.Journeys.Rig;

/// <summary>
/// This assembly as a program of its own, so that a journey has a script it can kill: <c>dotnet ActorTerm.Journeys.dll SOCKET</c>. It registers
/// <c>never()</c>, says <c>ready</c>, says <c>called</c> for each call, and answers none.
/// </summary>
public static class ScriptProgram
{
    public static async Task Main(string[] arguments)
    {
        await using var script = await Connection.ConnectAsync(new ConnectOptions { Socket = arguments[0], Name = "doomed" });
        await script.RegisterAsync(async (CancellationToken end) =>
        {
            Console.Out.WriteLine("called");
            await new TaskCompletionSource().Task.WaitAsync(end);
        }, "never", TimeSpan.FromHours(1));
        await script.RegisterAsync(() => "of the doomed", "also");
        Console.Out.WriteLine("ready");
        await script.Completion;
    }
}
