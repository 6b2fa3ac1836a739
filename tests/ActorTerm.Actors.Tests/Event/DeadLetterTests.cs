using System.Collections.Concurrent;

namespace ActorTerm.Actors.Tests.Event;

public class DeadLetterTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public void So_many_of_each_stretch_are_logged_and_all_are_counted()
    {
        var start = DateTimeOffset.UnixEpoch;
        var sampling = new DeadLetterSampling(2, TimeSpan.FromMinutes(5));

        Assert.Equal(new DeadLetterSample(1, false), sampling.Count(start));
        Assert.Equal(new DeadLetterSample(2, true), sampling.Count(start));
        for (var i = 0; i < 10; i++) Assert.Null(sampling.Count(start + TimeSpan.FromMinutes(4)));
        Assert.Equal(new DeadLetterSample(13, false), sampling.Count(start + TimeSpan.FromMinutes(5)));
        Assert.Equal(new DeadLetterSample(14, true), sampling.Count(start + TimeSpan.FromMinutes(9)));
        Assert.Null(sampling.Count(start + TimeSpan.FromMinutes(9.9)));
    }

    [Fact]
    public void Samples_of_them_are_in_the_log_with_the_count()
    {
        using var said = new BlockingCollection<LogEvent>();
        using var system = ActorSystem.Create("letters", ConfigurationFactory.ParseString("akka { loggers = [], log-dead-letters = 2 }"));
        var listener = system.ActorOf(Props.CreateBy(new FuncProducer<Listener>(() => new Listener(said))));
        system.EventStream.Subscribe<LogEvent>(listener);

        for (var i = 0; i < 5; i++) system.DeadLetters.Tell("x");
        system.Log.Info("end");

        var texts = new List<string>();
        while (said.TryTake(out var next, Patience))
        {
            texts.Add(next.Message.ToString()!);
            if (texts.Count == 3) break;
        }

        Assert.Contains("end", texts);
        Assert.Contains(texts, text => text.Contains("1 so far", StringComparison.Ordinal) && text.Contains("String", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("2 so far; no more", StringComparison.Ordinal));
    }

    private sealed class Listener : ReceiveActor
    {
        public Listener(BlockingCollection<LogEvent> said) => Receive<LogEvent>(said.Add);
    }
}
