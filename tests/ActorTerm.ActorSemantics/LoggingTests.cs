namespace ActorTerm.ActorSemantics;

public sealed class LoggingTests() : Semantics("akka.loglevel = INFO\n")
{
    [Fact]
    public void What_an_actor_logs_is_an_event_with_its_path_filtered_by_level()
    {
        var events = Subscribed<LogEvent>();
        var cause = new InvalidOperationException("why");
        var actor = Spawn(
            me => me.On<string>(_ =>
            {
                var log = me.Own.GetLogger();
                log.Debug("hidden {0}", 1);
                log.Info("plain");
                log.Info("{0} and {1}", "one", 2);
                log.Warning(cause, "warned {0}", 3);
                log.Error("failed {0} {1} {2} {3} {4} {5}", 1, 2, 3, 4, 5, 6);
                log.Error(cause, "failed");
            }),
            "speaker");

        actor.Tell("go");

        Expect<Info>(events, LogLevel.InfoLevel, "plain", null);
        Expect<Info>(events, LogLevel.InfoLevel, "one and 2", null);
        Expect<Warning>(events, LogLevel.WarningLevel, "warned 3", cause);
        Expect<Error>(events, LogLevel.ErrorLevel, "failed 1 2 3 4 5 6", null);
        Expect<Error>(events, LogLevel.ErrorLevel, "failed", cause);
    }

    [Fact]
    public void A_log_knows_which_levels_are_heard()
    {
        var actor = Spawn(me => me.On<string>(_ =>
        {
            var log = me.Own.GetLogger();
            TestActor.Tell((log.IsDebugEnabled, log.IsInfoEnabled, log.IsWarningEnabled, log.IsErrorEnabled));
            TestActor.Tell((log.IsEnabled(LogLevel.DebugLevel), log.IsEnabled(LogLevel.ErrorLevel)));
        }));

        actor.Tell("go");

        ExpectMsg((false, true, true, true));
        ExpectMsg((false, true));
    }

    [Fact]
    public void The_system_has_a_log_too()
    {
        var events = Subscribed<LogEvent>();

        Sys.Log.Warning("from {0}", "outside");

        var said = events.ExpectMsg<Warning>();
        Assert.Equal("from outside", said.Message.ToString());
        Assert.Contains("test", said.LogSource, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_that_is_not_escalated_is_an_error_of_the_failed_actor()
    {
        var events = Subscribed<Error>();
        var cause = new InvalidOperationException("broken");
        var actor = Spawn(me => me.On<string>(_ => throw cause), "failing");

        actor.Tell("go");

        var said = events.ExpectMsg<Error>();
        Assert.Same(cause, said.Cause);
        Assert.Equal("broken", said.Message.ToString());
        Assert.Equal("akka://test/user/failing", said.LogSource);
    }

    [Fact]
    public void A_failure_that_is_resumed_is_a_warning()
    {
        var events = Subscribed<LogEvent>();
        var parent = Spawn(
            me =>
            {
                var child = me.Own.ActorOf(Of(kid => kid.On<string>(_ => throw new InvalidOperationException("small"))));
                me.OnAny(child.Forward);
            },
            supervision: () => new OneForOneStrategy(_ => Directive.Resume));

        parent.Tell("go");

        Assert.Equal("small", events.ExpectMsg<Warning>().Message.ToString());
    }

    private static void Expect<T>(TestProbe events, LogLevel level, string message, Exception? cause) where T : LogEvent
    {
        var said = events.ExpectMsg<T>();
        Assert.Equal(level, said.LogLevel());
        Assert.Equal(message, said.Message.ToString());
        Assert.Equal(cause, said.Cause);
        Assert.Equal("akka://test/user/speaker", said.LogSource);
        Assert.Equal(typeof(Puppet), said.LogClass);
        Assert.Equal(DateTimeKind.Utc, said.Timestamp.Kind);
    }
}
