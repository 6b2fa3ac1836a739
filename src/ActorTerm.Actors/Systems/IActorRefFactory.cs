namespace ActorTerm.Actors;

/// <summary>Where actors can be made: an actor's context, or the system, whose actors stand under /user.</summary>
public interface IActorRefFactory
{
    /// <summary>Returns before the actor's constructor runs.</summary>
    /// <param name="name">Unique among its siblings; null: a generated one.</param>
    /// <exception cref="InvalidActorNameException">The name is malformed or taken. A stopping child holds its name until its parent has
    /// handled its end.</exception>
    /// <exception cref="InvalidOperationException">The parent, or the system, is stopping.</exception>
    IActorRef ActorOf(Props props, string? name = null);
}
