using ActorTerm.Actors.Configuration;
using ActorTerm.Actors.Event;

namespace ActorTerm.Actors;

/// <summary>The settings that the kernel knows; all others in the text are somebody else's.</summary>
internal sealed record SystemSettings
{
    /// <summary>User messages per turn of an actor; system mail is looked at between any two. Default 128: fewer cost throughput, more
    /// gain none (docs/benchmarks.md).</summary>
    public int Throughput { get; private init; } = 128;

    /// <summary>Null: OFF. Default INFO.</summary>
    public LogLevel? LogLevel { get; private init; } = Event.LogLevel.InfoLevel;

    /// <summary>Default: one that writes to standard output.</summary>
    public IReadOnlyList<LoggerSetting> Loggers { get; private init; } = [LoggerSetting.StandardOutput];

    /// <summary>Dead letters that are written to the log within 5 minutes; the rest is only counted. Default 10; 0 for off.</summary>
    public int DeadLettersLogged { get; private init; } = 10;

    /// <summary>Null: the wheel.</summary>
    public Func<Config, ILoggingAdapter, TellScheduler>? MakeScheduler { get; private init; }

    /// <exception cref="FormatException">A value is none that the setting can have.</exception>
    public static SystemSettings From(Config config)
    {
        var settings = new SystemSettings();
        if (config.Find("akka.actor.default-dispatcher.throughput") is { } throughput)
            settings = settings with { Throughput = Positive("akka.actor.default-dispatcher.throughput", throughput) };
        if (config.Find("akka.loglevel") is { } level)
            settings = settings with { LogLevel = Level("akka.loglevel", level) };
        if (config.FindList("akka.loggers") is { } loggers)
            settings = settings with { Loggers = [.. loggers.Select(LoggerSetting.Named)] };
        if (config.Find("akka.log-dead-letters") is { } letters)
            settings = settings with { DeadLettersLogged = Letters(letters) };
        if (config.Find("akka.scheduler.implementation") is { } scheduler)
            settings = settings with { MakeScheduler = SchedulerSetting.Named(scheduler) };
        return settings;
    }

    private static LogLevel? Level(string key, string value) => value.ToUpperInvariant() switch
    {
        "DEBUG" => Event.LogLevel.DebugLevel,
        "INFO" => Event.LogLevel.InfoLevel,
        "WARNING" => Event.LogLevel.WarningLevel,
        "ERROR" => Event.LogLevel.ErrorLevel,
        "OFF" => null,
        _ => throw new FormatException($"{key} is one of DEBUG, INFO, WARNING, ERROR and OFF, not '{value}'"),
    };

    private static int Positive(string key, string value) => int.TryParse(value, out var number) && number > 0
        ? number
        : throw new FormatException($"{key} is a whole number above 0, not '{value}'");

    private static int Letters(string value) => value.ToUpperInvariant() switch
    {
        "ON" or "TRUE" or "YES" => int.MaxValue,
        "OFF" or "FALSE" or "NO" => 0,
        _ => int.TryParse(value, out var number) && number >= 0
            ? number
            : throw new FormatException($"akka.log-dead-letters is on, off or a number, not '{value}'"),
    };
}
