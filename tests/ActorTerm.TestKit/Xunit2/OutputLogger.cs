using ActorTerm.Actors.Event;
using Xunit.Abstractions;

namespace ActorTerm.Actors.TestKit.Xunit2;

/// <summary>Writes the log to a test's output.</summary>
internal sealed class OutputLogger : ReceiveActor
{
    public OutputLogger(ITestOutputHelper output) => Receive<LogEvent>(said =>
    {
        try
        {
            output.WriteLine(said.ToString());
        }
        catch (InvalidOperationException)
        {
            // The test is over, and xunit takes no more.
        }
    });
}
