namespace ActorTerm.Actors.Event;

/// <summary>The log as events on the event stream.</summary>
internal sealed class BusLogging(EventStream bus, string source, Type logClass, ILogMessageFormatter? formatter = null) : ILoggingAdapter
{
    public bool IsDebugEnabled => IsEnabled(LogLevel.DebugLevel);

    public bool IsInfoEnabled => IsEnabled(LogLevel.InfoLevel);

    public bool IsWarningEnabled => IsEnabled(LogLevel.WarningLevel);

    public bool IsErrorEnabled => IsEnabled(LogLevel.ErrorLevel);

    public ILogMessageFormatter? Formatter => formatter;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= bus.Level;

    void ILoggingAdapter.Write(LogLevel logLevel, Exception? cause, object message) => bus.Publish(logLevel switch
    {
        LogLevel.DebugLevel => new Debug(cause, source, logClass, message),
        LogLevel.InfoLevel => new Info(cause, source, logClass, message),
        LogLevel.WarningLevel => new Warning(cause, source, logClass, message),
        _ => (LogEvent)new Error(cause, source, logClass, message),
    });
}
