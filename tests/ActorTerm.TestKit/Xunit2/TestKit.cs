using ActorTerm.Actors.Event;
using Xunit.Abstractions;

namespace ActorTerm.Actors.TestKit.Xunit2;

/// <summary>The test kit for xunit: one system per test, ended when the test is.</summary>
public class TestKit : TestKitBase, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <param name="config">HOCON; what the kernel does not know is ignored.</param>
    /// <param name="output">Gets the log.</param>
    public TestKit(string config, ITestOutputHelper? output = null) : base(config)
    {
        if (output is null) return;
        var logger = Sys.ActorOf(Props.CreateBy(new FuncProducer<OutputLogger>(() => new OutputLogger(output))), "log-test");
        Sys.EventStream.Subscribe<LogEvent>(logger);
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <exception cref="TimeoutException">The system did not end.</exception>
    protected virtual void Dispose(bool disposing)
    {
        TestThreadContext.Leave();
        if (!Sys.Terminate().Wait(Patience)) throw new TimeoutException($"the system of the test did not end within {Patience}");
    }
}
