namespace ActorTerm.Actors;

public interface IScheduler : ITellScheduler, ITimeProvider;
