namespace ActorTerm.Actors;

/// <summary>Handlers while they are being registered.</summary>
internal sealed class HandlerList
{
    private Handler? _last;

    public Handler? First { get; private set; }

    /// <exception cref="InvalidOperationException">A handler for all messages stands before.</exception>
    public void Add(Handler handler)
    {
        if (_last is { TakesAll: true })
            throw new InvalidOperationException("a handler was registered behind one that takes all messages: it would never be called");

        if (_last is null) First = handler;
        else _last.Next = handler;
        _last = handler;
    }
}

/// <summary>Handlers that came by Become.</summary>
internal sealed class HandlersBehaviour(Handler? first) : Behaviour
{
    public override bool Handle(object message) => Handler.Dispatch(first, message);
}
