using ActorTerm.Actors.Event;

namespace ActorTerm.Actors;

// A user message reaches the actor.
internal sealed partial class ActorCell
{
    public void PublishUnhandled(object message)
    {
        if (message is Terminated terminated) throw new DeathPactException(terminated.ActorRef);
        _system.EventStream.Publish(new UnhandledMessage(message, Sender, this));
    }

    private void Invoke(RunFrame frame, MailboxNode node)
    {
        var message = node.Message!;
        frame.InHand = node;
        _extras?.Stash?.NextMessage();
        try
        {
            if (message is IAutoReceivedMessage) InvokeOwn(node, message);
            else _actor!.Deliver(message);
        }
        catch (Exception cause)
        {
            Fail(cause, this);
        }

        _extras?.IdleClock?.Touch(influences: node.Message is not INotInfluenceReceiveTimeout);
    }

    /// <summary>What the cell understands itself.</summary>
    private void InvokeOwn(MailboxNode node, object message)
    {
        switch (message)
        {
            case TimerTick tick:
                node.Message = tick.Message;
                if (_extras?.Timers?.Accepts(tick) == true) _actor!.Deliver(tick.Message);
                break;
            case IdleClock clock:
                if (!clock.IsDue()) break;
                node.Message = ReceiveTimeout.Instance;
                _actor!.Deliver(ReceiveTimeout.Instance);
                break;
            case Terminated terminated:
                DeliverTerminated(node, terminated);
                break;
            case Identify identify:
                Sender.Tell(new ActorIdentity(identify.MessageId, this), this);
                break;
            case PoisonPill:
                SendSystem(new StopNow());
                break;
            case Kill:
                throw new ActorKilledException("killed by a Kill message");
        }
    }
}
