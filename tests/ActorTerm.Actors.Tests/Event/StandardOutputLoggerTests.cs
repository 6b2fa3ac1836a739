namespace ActorTerm.Actors.Tests.Event;

public class StandardOutputLoggerTests
{
    [Fact]
    public async Task A_log_event_is_a_line_with_level_source_and_cause()
    {
        using var output = new StringWriter();
        using (var system = ActorSystem.Create("out", ConfigurationFactory.ParseString("akka.loggers = []")))
        {
            var logger = system.ActorOf(Props.CreateBy(new FuncProducer<StandardOutputLogger>(() => new StandardOutputLogger(output))));
            logger.Tell(new Warning(new InvalidOperationException("why"), "akka://out/user/x", typeof(object), "something"));
            await logger.GracefulStop(TimeSpan.FromSeconds(20));
        }

        var text = output.ToString();
        Assert.StartsWith("[Warning][", text, StringComparison.Ordinal);
        Assert.Contains("[akka://out/user/x] something", text, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException: why", text, StringComparison.Ordinal);
    }
}
