namespace ActorTerm.Actors.Event;

/// <summary>Something said to the log; an ordinary event of the event stream.</summary>
public abstract class LogEvent
{
    private protected LogEvent(Exception? cause, string logSource, Type logClass, object message)
    {
        Cause = cause;
        LogSource = logSource;
        LogClass = logClass;
        Message = message;
    }

    public Exception? Cause { get; }

    /// <summary>An actor's path, or a system's name.</summary>
    public string LogSource { get; }

    public Type LogClass { get; }

    /// <summary>Its text is <c>ToString()</c>.</summary>
    public object Message { get; }

    /// <summary>UTC.</summary>
    public DateTime Timestamp { get; } = DateTime.UtcNow;

    public abstract LogLevel LogLevel();

    public override string ToString() => Cause is null
        ? $"[{GetType().Name}][{Timestamp:O}][{LogSource}] {Message}"
        : $"[{GetType().Name}][{Timestamp:O}][{LogSource}] {Message}\n{Cause}";
}

public class Debug : LogEvent
{
    public Debug(string logSource, Type logClass, object message) : base(null, logSource, logClass, message)
    {
    }

    public Debug(Exception? cause, string logSource, Type logClass, object message) : base(cause, logSource, logClass, message)
    {
    }

    public override LogLevel LogLevel() => Event.LogLevel.DebugLevel;
}

public class Info : LogEvent
{
    public Info(string logSource, Type logClass, object message) : base(null, logSource, logClass, message)
    {
    }

    public Info(Exception? cause, string logSource, Type logClass, object message) : base(cause, logSource, logClass, message)
    {
    }

    public override LogLevel LogLevel() => Event.LogLevel.InfoLevel;
}

public class Warning : LogEvent
{
    public Warning(string logSource, Type logClass, object message) : base(null, logSource, logClass, message)
    {
    }

    public Warning(Exception? cause, string logSource, Type logClass, object message) : base(cause, logSource, logClass, message)
    {
    }

    public override LogLevel LogLevel() => Event.LogLevel.WarningLevel;
}

public class Error : LogEvent
{
    public Error(Exception? cause, string logSource, Type logClass, object message) : base(cause, logSource, logClass, message)
    {
    }

    public override LogLevel LogLevel() => Event.LogLevel.ErrorLevel;
}
